import { EditorState } from "@codemirror/state";
import { syntaxTree } from "@codemirror/language";

const TYPES = { keyword: "keyword", phrase: "text", purposes: "enum", operations: "function", data: "class" };

/** Completes what is typed in rules: keywords, phrases, and the words of the vocabulary with what they mean. */
export function completing(place) {
  const words = fetch(`${place}/editor/words`, { redirect: "manual" })
    .then((answer) => (answer.ok ? answer.json() : []))
    .then((list) => list.map(option), () => []);
  // The same each time it is asked for: by it the editor knows whether an answer belongs to what it asked.
  const source = [{ autocomplete: (context) => complete(context, words) }];
  return EditorState.languageData.of(() => source);
}

function option({ text, kind, label }) {
  const filled = text.indexOf("…");
  return {
    label: text,
    detail: label || (kind === "keyword" || kind === "phrase" ? "" : kind),
    type: TYPES[kind] ?? "constant",
    phrase: kind === "phrase",
    apply: filled < 0 ? text : text.slice(0, filled),
    boost: kind === "keyword" ? 1 : 0,
  };
}

async function complete(context, words) {
  if (!inRules(context)) {
    return null;
  }
  const options = await words;
  const line = context.state.doc.lineAt(context.pos);
  const typed = line.text.slice(0, context.pos - line.from);
  return phrase(typed, context.pos, options) ?? word(typed, context, options);
}

/** The longest end of what was typed with which a phrase begins, of more than one word. */
function phrase(typed, pos, options) {
  for (const start of typed.matchAll(/(?<=^|[\s(])\S/g)) {
    const begun = typed.slice(start.index);
    const fitting = begun.includes(" ") ? options.filter((one) => one.phrase && one.label.startsWith(begun)) : [];
    if (fitting.length > 0) {
      return { from: pos - begun.length, options: fitting, filter: false };
    }
  }
  return null;
}

function word(typed, context, options) {
  const begun = /[\p{L}\p{N}.-]*$/u.exec(typed)[0];
  return begun || context.explicit ? { from: context.pos - begun.length, options, validFor: /^[\p{L}\p{N}.-]*$/u } : null;
}

function inRules(context) {
  for (let node = syntaxTree(context.state).resolveInner(context.pos, -1); node; node = node.parent) {
    if (node.name === "FencedCode") {
      return context.state.doc.lineAt(node.from).text.startsWith("```rules");
    }
  }
  return false;
}
