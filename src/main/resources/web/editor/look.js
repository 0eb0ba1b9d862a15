import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { RangeSetBuilder } from "@codemirror/state";
import { Decoration, EditorView, ViewPlugin } from "@codemirror/view";
import { tags } from "@lezer/highlight";

const MARKS = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "600", fontSize: "1.12em" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], color: "var(--faint)" },
  { tag: [tags.link, tags.url], color: "var(--accent)" },
]);

const THEME = EditorView.theme({
  "&": { backgroundColor: "var(--sheet)", color: "var(--ink)", height: "100%" },
  "&.cm-focused": { outline: "2px solid var(--accent)" },
  ".cm-scroller": { font: "1rem/1.6 var(--serif)", overflow: "auto" },
  ".cm-content": { caretColor: "var(--ink)", padding: "1rem 0" },
  ".cm-line": { padding: "0 1.2rem 0 .8rem" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { background: "none", border: "none", color: "var(--faint)", font: ".74rem/2.3 var(--mono)" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "color-mix(in srgb, var(--accent) 7%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "color-mix(in srgb, var(--accent) 25%, transparent)",
  },
  ".cm-rules": { font: ".82rem/1.6 var(--mono)", backgroundColor: "var(--wash)" },
  ".cm-front span": { font: "inherit", color: "inherit" },
  ".cm-front": { font: ".82rem/1.6 var(--mono)", color: "var(--faint)" },
  ".cm-tooltip": { backgroundColor: "var(--sheet)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "6px" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--accent)", color: "var(--accent-ink)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { font: ".88rem/1.5 var(--sans)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: ".15rem .5rem" },
  ".cm-completionDetail": { fontStyle: "normal", opacity: ".75", marginLeft: "1em" },
  ".cm-lintRange-error": {
    backgroundImage: "none",
    textDecoration: "underline wavy var(--deny)",
    textUnderlineOffset: ".2em",
    backgroundColor: "var(--deny-wash)",
  },
  ".cm-lintRange-warning": {
    backgroundImage: "none",
    textDecoration: "underline dotted var(--unsure) 2px",
    textUnderlineOffset: ".2em",
  },
  ".cm-diagnostic": { padding: ".5rem .8rem", maxWidth: "32rem", font: ".9rem/1.4 var(--sans)" },
  ".cm-diagnosticAction": { font: "inherit", backgroundColor: "var(--accent)", color: "var(--accent-ink)", borderRadius: "5px" },
  ".cm-panels": { backgroundColor: "var(--wash)", color: "var(--ink)" },
});

const RULES = Decoration.line({ class: "cm-rules" });
const FRONT = Decoration.line({ class: "cm-front" });

/** What the machine reads has its own letters, so that the legal text stands out. */
const machineLines = ViewPlugin.fromClass(
  class {
    constructor(view) {
      this.decorations = lines(view.state.doc);
    }

    update(update) {
      if (update.docChanged) {
        this.decorations = lines(update.state.doc);
      }
    }
  },
  { decorations: (plugin) => plugin.decorations },
);

function lines(doc) {
  const marks = new RangeSetBuilder();
  let at = 0;
  let front = false;
  let fenced = false;
  for (const text of doc.iterLines()) {
    const isFence = text.startsWith("```");
    const isRule = text === "---" && (at === 0 || front);
    if (isFence || fenced) {
      marks.add(at, at, RULES);
    } else if (isRule || front) {
      marks.add(at, at, FRONT);
    }
    fenced = isFence ? !fenced : fenced;
    front = isRule ? !front : front;
    at += text.length + 1;
  }
  return marks.finish();
}

export function look() {
  return [THEME, syntaxHighlighting(MARKS), machineLines];
}
