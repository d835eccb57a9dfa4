/**
 * What every widget does the same: shadow root, style sheets, language, theme, waiting until it is near the screen,
 * fallback content until ready and after any failure, events, and releasing everything when it leaves the page.
 */
import { applyAccent } from './accent.js';
import { DataError } from './download.js';
import { h, sheetOf } from './dom.js';
import { ATTRIBUTES, FILTER_OPTIONS, readOptions } from './options.js';
import { createStrings } from './strings.js';
import { nextTurn } from './turns.js';
import tokens from './styles/tokens.css';

/** @typedef {import('./options.js').Options} Options */
/** @typedef {import('./strings.js').Strings} Strings */

/**
 * What a widget gets to draw itself.
 * @typedef {object} Context
 * @property {Readonly<Options>} options
 * @property {Strings} strings
 * @property {HTMLElement} stage where to draw; in the shadow root, hidden until `ready()`
 * @property {AbortSignal} signal aborts when the widget leaves the page or starts again: release everything on it
 * @property {(detail?: object) => void} ready shows the stage instead of the fallback content
 * @property {(error: unknown) => void} lacks part of it could not be had: what is shown stays, with the fallback content above it
 * @property {(sentence: string) => void} announce says something politely to screen readers
 */

/** Start loading a little before the widget scrolls into view. */
const NEAR = 300; // pixels

export class DefendersElement extends HTMLElement {
  static observedAttributes = ATTRIBUTES;

  /** Style sheets as text, after the shared ones. @type {readonly string[]} */
  static styles = [];

  /** String tables, after the common ones. @type {readonly import('./strings.js').Tables[]} */
  static tables = [];

  /** Height kept free until ready when `height` is not set: nothing on the page jumps. */
  static reserve = '30rem';

  #container = h('div', { class: 'defenders', part: 'container', 'data-fallback': true });
  #notices = h('div', { class: 'notices' });
  #status = h('div', { role: 'status' });
  #spoken = h('div', { class: 'sr-only', role: 'status' });
  #slot = h('slot');

  /** @type {AbortController | null} */
  #run = null;
  #restarting = false;
  /** @type {Readonly<Options> | null} */
  #options = null;

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).append(this.#container);
    this.#container.append(this.#notices, this.#status, this.#slot, this.#spoken);
  }

  connectedCallback() {
    this.#start();
  }

  disconnectedCallback() {
    this.#stop();
  }

  /** Where a page moves it as a whole (`moveBefore`), it goes on as it is. */
  connectedMoveCallback() {}

  /**
   * @param {string} _name
   * @param {string | null} before
   * @param {string | null} after
   */
  attributeChangedCallback(_name, before, after) {
    if (before === after || !this.#run || this.#restarting) return;
    this.#restarting = true;
    queueMicrotask(() => {
      this.#restarting = false;
      if (this.#run) this.#attributesChanged();
    });
  }

  /**
   * Draws the widget; each subclass has its own.
   * @param {Context} _context
   * @returns {Promise<void>}
   */
  async draw(_context) {}

  /**
   * Takes changed options that only narrow what is shown, without a new start.
   * @param {Partial<Options>} _changed what a visitor chose meanwhile stays
   * @returns {boolean} false: start again
   */
  update(_changed) {
    return false;
  }

  /**
   * Tells the page that an organisation was chosen.
   * @param {{id: string, slug: string, name: string}} detail
   * @returns {boolean} false when the page handles it itself (preventDefault)
   */
  announceSelection(detail) {
    return this.#emit('defenders-select', detail, true);
  }

  #attributesChanged() {
    const options = readOptions(this);
    const before = this.#options;
    const changed = Object.entries(options).filter(([key, value]) => before && String(value) !== String(Reflect.get(before, key)));
    const onlyFilters = changed.every(([key]) => FILTER_OPTIONS.includes(/** @type {any} */ (key)));
    if (onlyFilters && this.update(Object.fromEntries(changed))) {
      this.#options = options;
      return;
    }
    this.#restart();
  }

  #restart() {
    this.#stop();
    this.#start();
  }

  #start() {
    if (this.#run) return;
    const run = new AbortController();
    this.#run = run;
    const options = readOptions(this);
    const { tables, reserve } = /** @type {typeof DefendersElement} */ (this.constructor);
    const strings = createStrings(options.lang, ...tables);
    this.#options = options;
    try {
      this.#dress(options, strings, reserve);
      whenNear(this, run.signal, () => void this.#load(run, options, strings));
    } catch (error) {
      this.#fail(error, strings); // the page broke its browser
    }
  }

  #stop() {
    this.#run?.abort();
    this.#run = null;
    for (const part of this.#container.querySelectorAll('.stage')) part.remove();
    this.#container.removeAttribute('aria-busy');
    this.#showFallback(true);
    this.#notices.replaceChildren();
    this.#status.replaceChildren();
    this.#spoken.textContent = '';
  }

  /**
   * @param {Readonly<Options>} options
   * @param {Strings} strings
   * @param {string} reserve
   */
  #dress(options, strings, reserve) {
    const container = this.#container;
    this.#style();
    container.lang = strings.lang;
    container.dir = strings.dir;
    container.dataset.theme = options.theme;
    container.style.setProperty('min-block-size', options.height || reserve);
    const around = getComputedStyle(this);
    this.#slot.dir = around.direction;
    const accent = options.accent || around.getPropertyValue('--defenders-accent').trim();
    if (!applyAccent(container, accent)) {
      console.warn(`<${this.localName}> accent="${accent}" is not an opaque sRGB colour; the own accent is used.`);
    }
    void this.#offerExit();
    if (options.requestedLang) {
      const language = strings.language(options.requestedLang);
      this.#notices.append(h('p', { class: 'notice', role: 'note', text: strings.t('language_note', { language }) }));
    }
  }

  #style() {
    const { styles } = /** @type {typeof DefendersElement} */ (this.constructor);
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    if (root.adoptedStyleSheets.length) return;
    root.adoptedStyleSheets = [sheetOf(tokens)]; // from then on the size of its text is known
    root.adoptedStyleSheets = [tokens, ...styles].map((css) => sheetOf(css, this.#status));
  }

  /** Few pages ask for it, so it is a module of its own. */
  async #offerExit() {
    const [run, options] = [this.#run, this.#options];
    if (!run || !options?.exit) return;
    try {
      const { offerExit } = await import('../exit/exit.js');
      if (run === this.#run) offerExit(this, this.#container, options.lang, run.signal);
    } catch (error) {
      console.warn(`<${this.localName}> has no exit:`, error);
    }
  }

  /**
   * @param {AbortController} run
   * @param {Readonly<Options>} options
   * @param {Strings} strings
   */
  async #load(run, options, strings) {
    const { signal } = run;
    const stage = h('div', { class: 'stage', part: 'stage', '.hidden': true });
    this.#status.replaceChildren(h('p', { class: 'sr-only', text: strings.t('loading') }));
    this.#container.setAttribute('aria-busy', 'true');
    this.#slot.after(stage);
    try {
      await this.draw({
        options, strings, stage, signal,
        ready: (detail) => this.#ready(run, stage, { lang: options.lang, ...detail }),
        announce: (sentence) => this.#announce(run, sentence),
        lacks: (error) => {
          if (signal.aborted) return;
          this.#showFallback(true);
          this.#explain(error, strings);
        },
      });
    } catch (error) {
      if (!signal.aborted) this.#fail(error, strings);
    }
  }

  /**
   * @param {AbortController} run
   * @param {HTMLElement} stage
   * @param {object} detail
   */
  #ready(run, stage, detail) {
    if (run.signal.aborted) return;
    this.#showFallback(false);
    stage.hidden = false;
    this.#status.replaceChildren();
    this.#container.removeAttribute('aria-busy');
    this.#emit('defenders-ready', detail);
  }

  /**
   * Back to the fallback content, with a short message above it.
   * @param {unknown} error
   * @param {Strings} strings
   */
  #fail(error, strings) {
    this.#stop();
    this.#run = new AbortController(); // still connected: a changed attribute tries again
    this.#container.style.removeProperty('min-block-size');
    void this.#offerExit();
    this.#explain(error, strings);
  }

  /** The fallback stands on the page's own background, in its colours. @param {boolean} wanted */
  #showFallback(wanted) {
    this.#slot.hidden = !wanted;
    this.#container.toggleAttribute('data-fallback', wanted && !this.#container.querySelector('.stage:not([hidden])'));
  }

  /** @param {unknown} error @param {Strings} strings */
  #explain(error, strings) {
    const code = error instanceof DataError ? error.code : 'unexpected';
    const offline = code === 'unreachable' || code === 'timeout';
    this.#status.replaceChildren(h('p', { class: 'notice', text: strings.t(offline ? 'failed_unreachable' : 'failed_data') }));
    if (offline) addEventListener('online', () => this.#restart(), { once: true, signal: this.#run?.signal });
    console.warn(`<${this.localName}> shows its own content:`, error);
    this.#emit('defenders-error', { code });
  }

  /**
   * @param {AbortController} run
   * @param {string} sentence
   */
  #announce(run, sentence) {
    if (!run.signal.aborted) this.#spoken.textContent = sentence;
  }

  /**
   * @param {string} type
   * @param {object} detail
   * @param {boolean} [cancelable]
   */
  #emit(type, detail, cancelable = false) {
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}

/**
 * Calls back once when the element is near the screen.
 * @param {Element} element
 * @param {AbortSignal} signal
 * @param {() => void} callback
 */
export function whenNear(element, signal, callback) {
  const { top, bottom, width } = element.getBoundingClientRect();
  if (!globalThis.IntersectionObserver || (width > 0 && top < innerHeight + NEAR && bottom > -NEAR)) {
    void nextTurn().then(() => signal.aborted || callback());
    return;
  }
  const observer = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    observer.disconnect();
    callback();
  }, { rootMargin: `${NEAR}px` });
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect());
}

/**
 * Registers an element; a second copy of the script is harmless, an old browser keeps the fallback content.
 * @param {string} name
 * @param {CustomElementConstructor} constructor
 */
export function define(name, constructor) {
  if (customElements.get(name) || !('adoptedStyleSheets' in Document.prototype)) return;
  customElements.define(name, constructor);
}
