/**
 * Boxes that find countries, regions and languages by any of their names (the combobox pattern of the ARIA practices),
 * over plain controls: a list of checkboxes, a select. Without this script the plain controls are there.
 */
(() => {
  const MOST = 12;
  const { Controller } = window.StimulusModule;
  const fold = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

  /** Those whose name begins like the text, then those with a word that does, then those that contain it. */
  function best(options, text) {
    const wanted = fold(text.trim());
    const rank = ({ label, names }) => {
      const shown = fold(label);
      if (shown.startsWith(wanted)) return 0;
      const all = `${shown} · ${fold(names ?? "")}`;
      if (all.includes(` ${wanted}`) || all.includes(`(${wanted}`)) return 1;
      return all.includes(wanted) ? 2 : 3;
    };
    return options
      .map((option) => ({ option, rank: wanted ? rank(option) : 0 }))
      .filter((one) => one.rank < 3)
      .sort((one, other) => one.rank - other.rank)
      .map(({ option }) => option);
  }

  /** The list under a text box. `options()` gives [{label, names, chosen, …}], `choose(option)` takes one. */
  class Combobox {
    constructor({ query, list, status, found, nothing, options, choose }) {
      Object.assign(this, { query, list, status, found, nothing, options, choose });
      list.id ||= `${query.id}-list`;
      query.setAttribute("aria-controls", list.id);
      this.shown = [];
      this.stop = new AbortController();
      const { signal } = this.stop;
      query.addEventListener("input", () => this.search(), { signal });
      query.addEventListener("keydown", (event) => this.key(event), { signal });
      query.addEventListener("click", () => this.search(), { signal });
      query.addEventListener("blur", () => this.close(), { signal });
    }

    release() {
      this.stop.abort();
      this.close();
    }

    search() {
      const matching = best(this.options(), this.query.value);
      this.status.textContent = matching.length ? this.found.replace("{count}", matching.length) : this.nothing;
      // With nothing typed all are offered, as in a select.
      this.show(this.query.value.trim() ? matching.slice(0, MOST) : matching);
    }

    show(options) {
      this.shown = options;
      this.list.replaceChildren(
        ...options.map((option, index) => {
          const item = document.createElement("li");
          item.id = `${this.list.id}-${index}`;
          item.setAttribute("role", "option");
          item.setAttribute("aria-selected", String(Boolean(option.chosen)));
          item.textContent = option.label;
          // Before the box loses the focus and closes the list.
          item.addEventListener("mousedown", (event) => {
            event.preventDefault();
            this.take(index);
          });
          return item;
        }),
      );
      this.list.hidden = options.length === 0;
      this.query.setAttribute("aria-expanded", String(options.length > 0));
      this.mark(options.length && this.query.value.trim() ? 0 : -1);
    }

    close() {
      this.show([]);
      this.status.textContent = "";
    }

    mark(index) {
      this.active = index;
      [...this.list.children].forEach((item, at) => item.classList.toggle("defenders-chooser__active", at === index));
      const item = this.list.children[index];
      if (!item) return this.query.removeAttribute("aria-activedescendant");
      this.query.setAttribute("aria-activedescendant", item.id);
      item.scrollIntoView({ block: "nearest" });
    }

    key(event) {
      const count = this.shown.length;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (!count) return this.search();
        const down = event.key === "ArrowDown";
        this.mark(down ? (this.active + 1) % count : (this.active <= 0 ? count : this.active) - 1);
      } else if (event.key === "Enter") {
        // Never sends the form.
        event.preventDefault();
        if (this.active >= 0) this.take(this.active);
      } else if (event.key === "Escape" && count) {
        event.stopPropagation();
        this.close();
      }
    }

    take(index) {
      const option = this.shown[index];
      this.close();
      this.choose(option);
    }
  }

  class ChecklistController extends Controller {
    static targets = ["search", "query", "list", "status", "nothing", "chips", "cross", "whole", "all", "option"];
    static values = { found: String, remove: String };

    connect() {
      if (!this.hasSearchTarget) return;
      this.combobox = new Combobox({
        query: this.queryTarget,
        list: this.listTarget,
        status: this.statusTarget,
        found: this.foundValue,
        nothing: this.nothingTarget.textContent,
        options: () => this.options,
        choose: ({ box }) => {
          this.queryTarget.value = "";
          this.set(box, !box.checked);
        },
      });
      this.searchTarget.hidden = false;
      this.allTarget.hidden = true;
      this.tell = () => this.showChosen();
      this.element.addEventListener("change", this.tell);
      this.showChosen();
    }

    disconnect() {
      this.combobox?.release();
      if (this.tell) this.element.removeEventListener("change", this.tell);
    }

    get options() {
      return this.optionTargets.map((element) => {
        const box = element.querySelector("input");
        const label = element.querySelector("label").textContent.trim();
        return { box, label, names: element.dataset.names, chosen: box.checked };
      });
    }

    set(box, checked) {
      box.checked = checked;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }

    showWhole() {
      this.allTarget.hidden = !this.allTarget.hidden;
      this.wholeTarget.setAttribute("aria-expanded", String(!this.allTarget.hidden));
    }

    showChosen() {
      const chosen = this.options.filter((option) => option.chosen);
      this.chipsTarget.hidden = chosen.length === 0;
      this.chipsTarget.replaceChildren(...chosen.map((option) => this.chip(option)));
    }

    chip({ box, label }) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "defenders-chip";
      button.textContent = label;
      button.setAttribute("aria-label", this.removeValue.replace("{name}", label));
      button.append(this.crossTarget.content.cloneNode(true));
      button.addEventListener("click", () => {
        const index = [...this.chipsTarget.children].indexOf(item);
        this.set(box, false);
        const next = this.chipsTarget.children[Math.min(index, this.chipsTarget.children.length - 1)];
        (next?.firstElementChild ?? this.queryTarget).focus();
      });
      const item = document.createElement("li");
      item.append(button);
      return item;
    }
  }

  class CountryController extends Controller {
    static targets = ["query", "list", "status"];
    static values = { found: String };

    connect() {
      this.select = this.element.querySelector("select");
      const query = this.queryTarget;
      // The label leads to the box now, and what is said of the select is said of the box.
      query.id = `${this.select.id}-find`;
      this.label = document.querySelector(`label[for="${CSS.escape(this.select.id)}"]`);
      this.label?.setAttribute("for", query.id);
      for (const name of ["aria-describedby", "aria-invalid", "aria-required"]) {
        if (this.select.hasAttribute(name)) query.setAttribute(name, this.select.getAttribute(name));
      }
      this.combobox = new Combobox({
        query,
        list: this.listTarget,
        status: this.statusTarget,
        found: this.foundValue,
        nothing: this.foundValue.replace("{count}", 0),
        options: () =>
          [...this.select.options]
            .filter(({ value }) => value)
            .map((option) => ({
              value: option.value,
              label: option.textContent.trim(),
              names: option.dataset.names,
              chosen: option.selected,
            })),
        choose: ({ value }) => {
          this.select.value = value;
          this.select.dispatchEvent(new Event("change", { bubbles: true }));
        },
      });
      this.follow = () => this.showChosen();
      this.correct = () => this.leave();
      this.whole = () => query.select();
      this.select.addEventListener("change", this.follow);
      query.addEventListener("blur", this.correct);
      query.addEventListener("focus", this.whole);
      this.select.hidden = true;
      query.hidden = false;
      this.showChosen();
    }

    disconnect() {
      this.combobox.release();
      this.select.removeEventListener("change", this.follow);
      this.queryTarget.removeEventListener("blur", this.correct);
      this.queryTarget.removeEventListener("focus", this.whole);
      this.label?.setAttribute("for", this.select.id);
      this.select.hidden = false;
      this.queryTarget.hidden = true;
    }

    showChosen() {
      this.queryTarget.value = this.select.value ? this.select.selectedOptions[0].textContent.trim() : "";
    }

    /** A whole name that was typed is chosen, an emptied box means no country, anything else changes nothing. */
    leave() {
      const typed = fold(this.queryTarget.value.trim());
      const named = ({ textContent, dataset }) => [textContent, ...(dataset.names ?? "").split(" · ")].map((name) => fold(name.trim()));
      const option = typed
        ? [...this.select.options].find((one) => one.value && named(one).includes(typed))
        : this.select.querySelector('option[value=""]');
      if (option && !option.selected) {
        option.selected = true;
        this.select.dispatchEvent(new Event("change", { bubbles: true }));
      }
      this.showChosen();
    }
  }

  window.wagtail.app.register("defenders-checklist", ChecklistController);
  window.wagtail.app.register("defenders-country", CountryController);
})();
