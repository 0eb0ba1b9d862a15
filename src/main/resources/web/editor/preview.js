/** Shows in the preview the part whose text the author is in: the same heading, counted from the start. */
export function followed(view, preview) {
  const heading = preview.querySelectorAll("h1, h2, h3, h4, h5, h6")[headingsBefore(view) - 1];
  preview.scrollTop = heading ? heading.offsetTop : 0;
}

function headingsBefore(view) {
  const { doc, selection } = view.state;
  const last = doc.lineAt(selection.main.head).number;
  let headings = 0;
  let fenced = false;
  const lines = doc.iterLines(1, last + 1);
  while (!lines.next().done) {
    if (lines.value.startsWith("```")) {
      fenced = !fenced;
    } else if (!fenced && /^#{1,6} /.test(lines.value)) {
      headings++;
    }
  }
  return headings;
}
