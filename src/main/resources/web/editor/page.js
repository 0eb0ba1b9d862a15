import { basicSetup } from "codemirror";
import { EditorState } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { markdown } from "@codemirror/lang-markdown";
import { Checking } from "./checking.js";
import { completing } from "./completing.js";
import { Details } from "./details.js";
import { look } from "./look.js";
import { followed } from "./preview.js";
import { pasting } from "./pasting.js";
import { Saving } from "./saving.js";
import { Testing } from "./testing.js";

/** Puts the editor in place of the plain field that works without a script. */
export function begin(place) {
  const field = place.querySelector("textarea");
  const details = new Details(place);
  const checking = new Checking(place, details);
  const saving = new Saving(place);
  const testing = new Testing(place);
  const view = new EditorView({
    parent: field.closest(".sheet"),
    state: EditorState.create({
      doc: field.value,
      extensions: [
        basicSetup,
        markdown(),
        look(),
        details.extensions(),
        completing(place.dataset.place),
        place.dataset.pastes === undefined ? [] : pasting(place),
        EditorView.lineWrapping,
        EditorView.cspNonce.of(document.querySelector("meta[name=style-nonce]").content),
        EditorView.contentAttributes.of({
          "aria-label": place.dataset.sayText,
          "aria-describedby": "editor-keys",
          tabindex: "0",
          spellcheck: "true",
        }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) {
            saving.changed();
            checking.changed();
            testing.changed();
          }
          if (update.selectionSet) {
            followed(view, place.querySelector("#preview-text"));
          }
        }),
      ],
    }),
  });
  place.classList.add("written");
  details.begin(view);
  checking.begin(view);
  saving.begin(view);
  testing.begin(view);
  saveBeforeLeaving(place, saving);
  goToLine(view);
}

/** An address may name a line: that on which a rule stands, say. */
function goToLine(view) {
  const wanted = /^#line-(\d+)$/.exec(location.hash);
  if (wanted) {
    const doc = view.state.doc;
    const { from } = doc.line(Math.min(Math.max(Number(wanted[1]), 1), doc.lines));
    view.dispatch({ selection: { anchor: from }, effects: EditorView.scrollIntoView(from, { y: "center" }) });
    view.focus();
  }
}

/** Whoever goes on from here takes what was typed last along. */
function saveBeforeLeaving(place, saving) {
  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-saves]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || saving.isDone()) {
      return;
    }
    event.preventDefault();
    await saving.now();
    if (saving.isDone()) {
      location.assign(link.href);
    }
  });
  place.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    saving.pressed();
  });
}
