/**
 * Shows only the fields that belong to the chosen precision, and warns before something finer is deleted.
 * Without this script all fields are shown; the server ignores those that do not belong.
 */
(() => {
  const FIELDS = {
    exact: ["country", "city_id", "point", "is_seat"],
    city: ["country", "city_id", "is_seat"],
    country: ["country", "is_seat"],
    hidden: [],
  };
  const ORDER = ["exact", "city", "country", "hidden"];

  class PlaceController extends window.StimulusModule.Controller {
    connect() {
      this.place = this.element.closest("[data-inline-panel-child]");
      this.warning = this.element.querySelector("[data-place-warning]");
      this.update = () => this.apply();
      this.element.addEventListener("change", this.update);
      this.apply();
    }

    disconnect() {
      this.element.removeEventListener("change", this.update);
    }

    apply() {
      const chosen = this.element.querySelector('input[type="radio"]:checked');
      if (!this.place) return;
      // Until something is chosen there is nothing to fill in.
      const shown = FIELDS[chosen?.value] ?? [];
      for (const field of this.place.querySelectorAll("[data-place-field]")) {
        field.hidden = !shown.includes(field.dataset.placeField);
      }
      const stored = chosen?.dataset.stored;
      this.warning.hidden = !stored || ORDER.indexOf(chosen.value) <= ORDER.indexOf(stored);
    }
  }

  window.wagtail.app.register("defenders-place", PlaceController);
})();
