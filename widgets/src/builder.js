/** The script of the builder: codes are copied with one button, and what is shown follows what is chosen. */

/** What must stand still before the page is asked for again, in milliseconds. */
const PAUSE = 250;

/** @template {Element} [T=HTMLElement] @param {string} selector @param {ParentNode} [within] */
const one = (selector, within = document) => /** @type {T} */ (within.querySelector(selector));

/** @type {HTMLFormElement} */
const form = one('.workbench form');
const said = one('[role=status]');
/** What is replaced when the choices change; what may have the focus keeps its place. */
const CHANGING = ['.notices', '.languages'];

for (const button of document.querySelectorAll('button.copy')) {
  const copy = /** @type {HTMLButtonElement} */ (button);
  const code = /** @type {HTMLTextAreaElement} */ (document.getElementById(copy.dataset.code ?? ''));
  copy.hidden = false;
  copy.addEventListener('click', async () => {
    code.select();
    try {
      await navigator.clipboard.writeText(code.value);
      said.textContent = copy.dataset.copied ?? '';
    } catch {
      // Without the right to the clipboard the code is selected: one key is left to press.
      said.textContent = copy.dataset.selected ?? '';
    }
  });
}

/** @type {HTMLInputElement} */
const accent = one('#f-accent');
/** @type {HTMLInputElement} */
const picker = one('#f-picker');
picker.hidden = false;
picker.addEventListener('input', () => { accent.value = picker.value; });
accent.addEventListener('input', () => {
  const digits = accent.value.trim().replace(/^#/, '');
  if (/^[0-9a-f]{6}$/i.test(digits)) picker.value = `#${digits}`;
});

/** @param {Document} page the one with the new choices */
function take(page) {
  for (const part of CHANGING) {
    const made = page.querySelector(part);
    if (made) one(part).replaceWith(document.adoptNode(made));
  }
  for (const code of document.querySelectorAll('textarea')) {
    code.value = page.getElementById(code.id)?.textContent ?? code.value;
  }
  /** @type {[HTMLIFrameElement, HTMLIFrameElement]} */
  const [frame, made] = [one('.shown iframe'), one('.shown iframe', page)];
  frame.height = made.height;
  // The same page is not loaded again for another height.
  if (frame.getAttribute('src') !== made.getAttribute('src')) frame.src = made.src;
  one('.shown .alone').setAttribute('href', made.src);
}

/** @type {XMLHttpRequest | undefined} */
let asking;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

function show() {
  asking?.abort();
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) chosen.append(name, String(value));
  const address = `${form.action}?${chosen}`;
  // The browser itself reads the page: no script here turns text into HTML, and the page's policy lets none.
  const request = asking = new XMLHttpRequest();
  request.responseType = 'document';
  request.open('GET', address);
  request.onload = () => {
    const page = request.status === 200 && request.responseXML;
    if (!page) return instead();
    take(page);
    history.replaceState(null, '', address);
  };
  request.onerror = instead;
  request.send();
}

/** The button of the form leads to the same page. */
function instead() {
  form.requestSubmit();
}

form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, PAUSE);
});
