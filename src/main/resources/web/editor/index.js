import { begin } from "./page.js";

const place = document.getElementById("editor");
if (place) {
  begin(place);
}
