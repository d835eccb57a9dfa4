/** The script of the builder: codes are copied with one button, and what is shown follows what is chosen. */

/** What must stand still before the page is asked for again, in milliseconds. */
const PAUSE = 250;

const form = /** @type {HTMLFormElement} */ (document.querySelector('.workbench form'));
const said = /** @type {HTMLElement} */ (document.querySelector('[role=status]'));
/** What is replaced when the choices change; textareas keep their place, so that a focus is not lost. */
const CHANGING = ['.shown', '.notices', '.languages'];

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

/** @type {AbortController | undefined} */
let asking;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

async function show() {
  asking?.abort();
  asking = new AbortController();
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (value) chosen.append(name, String(value));
  const address = `${form.action}?${chosen}`;
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (!answer.ok) throw new Error(`${answer.status}`);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of CHANGING) {
      const made = page.querySelector(part);
      if (made) document.querySelector(part)?.replaceWith(document.adoptNode(made));
    }
    for (const code of document.querySelectorAll('textarea')) {
      code.value = page.querySelector(`#${code.id}`)?.textContent ?? code.value;
    }
    history.replaceState(null, '', address);
  } catch (problem) {
    // The button of the form still leads to the same page.
    if (/** @type {Error} */ (problem).name !== 'AbortError') form.requestSubmit();
  }
}

form.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, PAUSE);
});
