/**
 * Shows beside a field, while it is typed, what the form would say about it after saving; and how much of a card a
 * text fills. The sentences come from the server, as safe HTML. Without this script they come after saving.
 */
(() => {
  const PAUSE = 700;

  class HintsController extends window.StimulusModule.Controller {
    static values = { options: Object };

    connect() {
      this.form = document.getElementById("w-editor-form");
      this.stop = new AbortController();
      this.boxes = {};
      this.timers = {};
      const { texts, names, limits } = this.optionsValue;
      for (const name of texts) this.watch(name, () => this.ask(name, { value: this.textOf(name) }));
      for (const name of names) this.watch(name, () => this.compare(name, names));
      for (const [name, limit] of Object.entries(limits)) this.count(name, limit);
    }

    disconnect() {
      this.stop.abort();
      Object.values(this.timers).forEach(clearTimeout);
      Object.values(this.boxes).forEach((box) => box.remove());
    }

    field(name) {
      return document.getElementById(`id_${name}`);
    }

    watch(name, ask) {
      const field = this.field(name);
      if (!field) return;
      const box = document.createElement("div");
      box.id = `${field.id}-hints`;
      box.className = "defenders-hints";
      box.setAttribute("role", "status");
      (field.closest("[data-field-input]") ?? field).after(box);
      this.boxes[name] = box;
      let known = field.value;
      const askIfChanged = () => {
        if (field.value !== known) ask();
        known = field.value;
      };
      const later = () => {
        clearTimeout(this.timers[name]);
        this.timers[name] = setTimeout(askIfChanged, PAUSE);
      };
      this.label(field);
      // The editor of rich text tells nobody that it changed its field.
      const around = (field.type === "hidden" && field.closest("[data-field]")) || field;
      for (const event of ["input", "change", "keyup", "focusout"]) {
        around.addEventListener(event, later, { signal: this.stop.signal });
      }
    }

    /** The editor of rich text, which takes its time, says what it is called. */
    label(field) {
      const { id } = document.querySelector(`label[for="${field.id}"]`) ?? {};
      if (field.type !== "hidden" || !id) return;
      const around = field.closest("[data-field]");
      const observer = new MutationObserver(() => {
        const editor = around.querySelector("[role=textbox]");
        if (!editor) return;
        editor.setAttribute("aria-labelledby", id);
        observer.disconnect();
      });
      observer.observe(around, { childList: true, subtree: true });
      this.stop.signal.addEventListener("abort", () => observer.disconnect());
    }

    /** What a field says: the editor of rich text keeps its paragraphs as JSON. */
    textOf(name) {
      const { value } = this.field(name);
      try {
        const { blocks } = JSON.parse(value) ?? { blocks: [] };
        return blocks ? blocks.map(({ text }) => text).join("\n") : value;
      } catch {
        return value;
      }
    }

    compare(name, names) {
      for (const other of names) if (other !== name) this.show(other, []);
      this.ask(name, Object.fromEntries(names.map((one) => [one, this.field(one)?.value ?? ""])));
    }

    async ask(name, values) {
      const { url, about, key, subject, subjectField } = this.optionsValue;
      const body = new URLSearchParams({
        about,
        key,
        subject: (subjectField && this.field(subjectField)?.value) || subject,
        field: name,
        ...values,
        csrfmiddlewaretoken: this.form.elements.csrfmiddlewaretoken.value,
      });
      try {
        const answer = await fetch(url, { method: "POST", body, signal: this.stop.signal });
        this.show(name, answer.ok ? (await answer.json()).hints : []);
      } catch {
        // Nothing is lost: the form says the same after saving.
      }
    }

    show(name, hints) {
      this.boxes[name]?.replaceChildren(
        ...hints.map((hint) => {
          const line = document.createElement("p");
          line.innerHTML = hint;
          return line;
        }),
      );
    }

    count(name, limit) {
      const field = this.field(name);
      if (!field) return;
      const counter = document.createElement("p");
      counter.className = "defenders-hints__count";
      counter.setAttribute("aria-hidden", "true");
      const update = () => {
        counter.textContent = `${[...field.value].length} / ${limit}`;
        counter.classList.toggle("defenders-hints__count--over", [...field.value].length > limit);
      };
      field.addEventListener("input", update, { signal: this.stop.signal });
      update();
      this.boxes[name].before(counter);
    }
  }

  window.wagtail.app.register("defenders-hints", HintsController);
})();
