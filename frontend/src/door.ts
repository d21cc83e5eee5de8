// What the page of a door needs beside the rest.
import { Door } from "./behaviours/door";

customElements.define("fx-door", Door);
