// In this order: what comes later counts more.
import "./desk.css";
import "./asking.css";
import "./editor.css";
import "./testing.css";
import "./comparing.css";
import "./coverage.css";
import "./remarks.css";
import "./checks.css";
import "./grid.css";
import "./help.css";
import "./timeline.css";
import "./print.css";

import "./unsaved.js";

export * from "./desk.js";
