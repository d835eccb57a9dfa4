/**
 * Narrows a long checklist down to what is typed, and repeats what is chosen where it can be seen.
 * Without this script the whole list is there.
 */
(() => {
  const fold = (text) => text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();

  class ChecklistController extends window.StimulusModule.Controller {
    static targets = ["search", "query", "chosen", "names", "nothing", "group", "option"];

    connect() {
      if (!this.hasSearchTarget) return;
      this.searchTarget.hidden = false;
      this.tell = () => this.showChosen();
      this.element.addEventListener("change", this.tell);
      this.showChosen();
    }

    disconnect() {
      if (this.tell) this.element.removeEventListener("change", this.tell);
    }

    filter() {
      const wanted = fold(this.queryTarget.value.trim());
      for (const option of this.optionTargets) option.hidden = !fold(option.textContent).includes(wanted);
      for (const group of this.groupTargets) {
        group.hidden = !this.optionTargets.some((option) => group.contains(option) && !option.hidden);
      }
      this.nothingTarget.hidden = this.optionTargets.some((option) => !option.hidden);
    }

    /** Enter in the search box must not send the form. */
    stay() {}

    showChosen() {
      const names = this.optionTargets
        .filter((option) => option.querySelector("input").checked)
        .map((option) => option.querySelector("label").textContent.trim());
      this.chosenTarget.hidden = names.length === 0;
      this.namesTarget.textContent = names.join(", ");
    }
  }

  window.wagtail.app.register("defenders-checklist", ChecklistController);
})();
