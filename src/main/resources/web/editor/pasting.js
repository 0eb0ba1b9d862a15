import { EditorView } from "@codemirror/view";
import { send } from "./sending.js";

/** What has headings, lists, tables or paragraphs of its own; other text is pasted as it is. */
const FORMATTED = /<(?:h[1-6]|li|table|p)\b/i;

/** What comes from a word processor or a page keeps its headings, lists and tables. */
export function pasting(place) {
  return EditorView.domEventHandlers({
    paste: (event, view) => {
      const html = event.clipboardData?.getData("text/html") ?? "";
      const plain = event.clipboardData?.getData("text/plain") ?? "";
      if (!FORMATTED.test(html)) {
        return false;
      }
      event.preventDefault();
      insert(place, view, html, plain);
      return true;
    },
  });
}

async function insert(place, view, html, plain) {
  try {
    const { status, body } = await send(`${place.dataset.place}/editor/paste`, { html });
    put(view, status === 200 && body.text ? body.text : plain);
  } catch {
    put(view, plain);
  }
}

/** Blocks stand between blank lines. */
function put(view, text) {
  const { from } = view.state.selection.main;
  const line = view.state.doc.lineAt(from);
  const isBlock = text.includes("\n") || /^(?:#|- |\d+\. |\|)/.test(text);
  const before = isBlock && line.text.slice(0, from - line.from).trim() ? "\n\n" : "";
  view.dispatch(view.state.replaceSelection(before + text), { userEvent: "input.paste", scrollIntoView: true });
  view.focus();
}
