/**
 * Gives the summary of errors the focus once the page is there, and leads from it to the fields, whatever tab or
 * folded panel they are in.
 */
(() => {
  const FIELDS =
    "input:not([type=hidden], [hidden]), textarea:not([hidden]), select:not([hidden]), [contenteditable=true], button";

  class ErrorsController extends window.StimulusModule.Controller {
    connect() {
      // After Wagtail has chosen the tab.
      this.timer = setTimeout(() => this.element.focus(), 100);
    }

    disconnect() {
      clearTimeout(this.timer);
    }

    go(event) {
      const target = document.getElementById(event.currentTarget.hash.slice(1));
      if (!target) return;
      event.preventDefault();
      // The tabs listen for it.
      target.dispatchEvent(new CustomEvent("w-focus:focus", { bubbles: true }));
      for (let panel = target.closest("[data-panel]"); panel; panel = panel.parentElement.closest("[data-panel]")) {
        const toggle = panel.querySelector(":scope > .w-panel__header [data-panel-toggle]");
        if (toggle?.getAttribute("aria-expanded") === "false") toggle.click();
      }
      const field = target.closest("[data-field]") ?? target;
      const found = target.matches(FIELDS) ? target : (field.querySelector(FIELDS) ?? target);
      // Once the tab is open.
      this.timer = setTimeout(() => {
        found.focus();
        found.scrollIntoView({ block: "center" });
      }, 50);
    }
  }

  window.wagtail.app.register("defenders-errors", ErrorsController);
})();
