// In this order: what comes later counts more.
import "./desk.css";
import "./asking.css";
import "./editor.css";
import "./print.css";

export * from "./desk.js";
