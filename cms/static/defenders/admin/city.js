/**
 * Offers the cities of our own list while the name of one is typed (the combobox pattern of the ARIA practices).
 * Without this script the name is looked up when the form is saved.
 */
(() => {
  const PAUSE = 200;

  class CityController extends window.StimulusModule.Controller {
    static targets = ["identifier", "name", "list", "nothing", "failed"];
    static values = { url: String };

    connect() {
      this.nameTarget.setAttribute("role", "combobox");
      this.nameTarget.setAttribute("aria-autocomplete", "list");
      this.nameTarget.setAttribute("aria-expanded", "false");
      this.listTarget.id = `${this.nameTarget.id}-list`;
      this.nameTarget.setAttribute("aria-controls", this.listTarget.id);
      this.cities = [];
      this.active = -1;
    }

    disconnect() {
      clearTimeout(this.timer);
      this.asked?.abort();
    }

    get country() {
      return this.element.closest("[data-inline-panel-child]")?.querySelector('select[name$="-country"]');
    }

    search() {
      // What is typed no longer is the city that was chosen.
      this.identifierTarget.value = "";
      clearTimeout(this.timer);
      const text = this.nameTarget.value.trim();
      if (!text) return this.show([]);
      this.timer = setTimeout(() => this.ask(text.slice(0, 80)), PAUSE);
    }

    async ask(text) {
      this.asked?.abort();
      this.asked = new AbortController();
      const query = new URLSearchParams({ q: text, country: this.country?.value ?? "" });
      try {
        const answer = await fetch(`${this.urlValue}?${query}`, {
          signal: this.asked.signal,
          headers: { "X-Requested-With": "XMLHttpRequest" },
        });
        if (!answer.ok) throw new Error(answer.statusText);
        this.failedTarget.hidden = true;
        const { cities } = await answer.json();
        this.show(cities);
        this.nothingTarget.hidden = cities.length > 0;
      } catch (error) {
        if (error.name === "AbortError") return;
        this.show([]);
        this.failedTarget.hidden = false;
      }
    }

    show(cities) {
      this.cities = cities;
      this.active = -1;
      this.nothingTarget.hidden = true;
      this.listTarget.replaceChildren(
        ...cities.map((city, index) => {
          const option = document.createElement("li");
          option.id = `${this.listTarget.id}-${index}`;
          option.setAttribute("role", "option");
          option.textContent = `${city.name}, ${city.country_name}`;
          // Before the box loses the focus and closes the list.
          option.addEventListener("mousedown", (event) => {
            event.preventDefault();
            this.choose(index);
          });
          return option;
        }),
      );
      this.listTarget.hidden = cities.length === 0;
      this.nameTarget.setAttribute("aria-expanded", String(cities.length > 0));
      this.nameTarget.removeAttribute("aria-activedescendant");
    }

    key(event) {
      const open = this.cities.length > 0;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (!open) return;
        event.preventDefault();
        const step = event.key === "ArrowDown" ? 1 : -1;
        this.mark((this.active + step + this.cities.length) % this.cities.length);
      } else if (event.key === "Enter") {
        event.preventDefault();
        if (open) this.choose(Math.max(this.active, 0));
      } else if (event.key === "Escape" && open) {
        event.stopPropagation();
        this.show([]);
      }
    }

    mark(index) {
      this.active = index;
      [...this.listTarget.children].forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
      this.nameTarget.setAttribute("aria-activedescendant", this.listTarget.children[index].id);
      this.listTarget.children[index].scrollIntoView({ block: "nearest" });
    }

    choose(index) {
      const city = this.cities[index];
      this.identifierTarget.value = city.id;
      this.nameTarget.value = city.name;
      if (this.country && !this.country.value) {
        this.country.value = city.country;
        this.country.dispatchEvent(new Event("change", { bubbles: true }));
      }
      this.show([]);
      this.identifierTarget.dispatchEvent(new Event("change", { bubbles: true }));
      this.element.dispatchEvent(new CustomEvent("defenders:city", { bubbles: true, detail: city }));
    }

    leave() {
      this.show([]);
    }
  }

  window.wagtail.app.register("defenders-city", CityController);
})();
