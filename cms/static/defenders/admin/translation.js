// Says of each sentence in the translation editor which language it is in and which way it runs, and names the field of
// the PO file: the editor that draws them (wagtail-localize's) does not, and a screen reader would read Arabic as Spanish.

const page = document.querySelector("[data-defenders-translation]");
const editor = page?.querySelector(".js-translation-editor");

if (editor) {
  const { sourceLang, sourceDir, targetLang, targetDir } = page.dataset;

  const say = (element, lang, dir) => {
    element.lang = lang;
    element.dir = dir;
  };

  const mark = () => {
    for (const row of editor.querySelectorAll("li.complete, li.incomplete, li.errored")) {
      const source = row.querySelector(":scope > p");
      const target = row.querySelector("textarea, :scope > div p");
      if (source) say(source, sourceLang, sourceDir);
      if (target) say(target, targetLang, targetDir);
    }
    // Its button has a name, the field behind it has none.
    editor.querySelector("input[type=file]")?.setAttribute("aria-label", page.dataset.fileLabel);
  };

  new MutationObserver(mark).observe(editor, { childList: true, subtree: true });
  mark();
}
