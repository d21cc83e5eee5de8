// What a screen on a wall needs, and nothing else.
import { Display } from "./behaviours/display";

customElements.define("fx-display", Display);
