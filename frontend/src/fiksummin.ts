// Small named behaviours over pages that work without them.
import { watchCopying } from "./behaviours/copy";
import { watchDialogs } from "./behaviours/dialog";
import { focusNews } from "./behaviours/focus";
import { forgetDoors } from "./behaviours/forget";
import { watchMenus } from "./behaviours/menu";
import { watchPasskeys } from "./behaviours/passkey";
import { Refresh } from "./behaviours/refresh";
import { watchTables } from "./behaviours/scroll";
import { guardForms } from "./behaviours/submit";
import { Suggest } from "./behaviours/suggest";

customElements.define("fx-refresh", Refresh);
customElements.define("fx-suggest", Suggest);
watchCopying(document);
watchDialogs(document);
watchMenus(document);
watchPasskeys(document);
guardForms(window);
watchTables(document);
focusNews(window);
void forgetDoors(document).catch(() => undefined);
