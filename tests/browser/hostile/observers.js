// Counts the observers at work, so that one that is forgotten is found.
window.watching = { count: 0 };
for (const name of ['IntersectionObserver', 'ResizeObserver', 'MutationObserver']) {
  window[name] = class extends window[name] {
    observe(...some) {
      super.observe(...some);
      if (!this.works) watching.count += 1;
      this.works = true;
    }

    disconnect() {
      super.disconnect();
      if (this.works) watching.count -= 1;
      this.works = false;
    }
  };
}
