// Says of each sentence in the translation editor which language it is in and which way it runs: the editor that
// draws them (wagtail-localize's) does not, and a screen reader would read Arabic as Spanish.

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
      const target = row.querySelector("textarea") ?? row.querySelector("p");
      if (!target) continue;
      say(target, targetLang, targetDir);
      // The source stands right before the block of the translation.
      const block = [...row.children].find((child) => child.contains(target));
      if (block?.previousElementSibling) say(block.previousElementSibling, sourceLang, sourceDir);
    }
  };

  new MutationObserver(mark).observe(editor, { childList: true, subtree: true });
  mark();
}
