// What a phone at a door keeps while there is no connection: the list as it was last seen, and the
// presses that are not with the service yet. Nothing else, and only until the list is put away.

export interface Press {
  key: string;
  event: number;
  person: number;
  until: number;
  order: number;
  at: string;
  kind: "received" | "undone" | "walk_in";
  registration?: number;
  seats?: number[];
  name?: string;
  people?: number;
  is_another?: boolean;
  reason?: string; // why the service did not take it
  same?: boolean; // ... because of a name that is on the list
}

export interface Saved {
  event: number;
  person: number;
  until: number;
  html: string;
  ahead: number;
}

const NAME = "fiksummin-door";
const LATE = 7 * 86_400_000; // milliseconds for which presses wait after the list was put away

/** Wait for a request of the browser's database. */
function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

export class Store {
  private constructor(private base: IDBDatabase) {}

  static async open(): Promise<Store> {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore("lists", { keyPath: "event" });
      request.result.createObjectStore("presses", { keyPath: "key" });
    };
    return new Store(await done(request));
  }

  /** Forget what is out of date, and the lists that somebody else saw on this phone. */
  async forget(person: number, now: number): Promise<void> {
    for (const list of await this.#all<Saved>("lists"))
      if (list.person !== person || list.until < now) await done(this.#in("lists").delete(list.event));
    for (const press of await this.#all<Press>("presses"))
      if (press.until + LATE < now) await this.drop(press.key);
  }

  async saved(event: number): Promise<Saved | undefined> {
    return done<Saved | undefined>(this.#in("lists").get(event));
  }

  async save(list: Saved): Promise<void> {
    await done(this.#in("lists").put(list));
    localStorage.setItem(NAME, String(list.until));
  }

  /** Give the presses of a person at an event in the order in which they were made. */
  async presses(event: number, person: number): Promise<Press[]> {
    const mine = (await this.#all<Press>("presses")).filter((one) => one.event === event && one.person === person);
    return mine.sort((one, other) => one.order - other.order);
  }

  async put(press: Press): Promise<void> {
    await done(this.#in("presses").put(press));
  }

  async drop(key: string): Promise<void> {
    await done(this.#in("presses").delete(key));
  }

  #in(store: string): IDBObjectStore {
    return this.base.transaction(store, "readwrite").objectStore(store);
  }

  #all<T>(store: string): Promise<T[]> {
    return done<T[]>(this.#in(store).getAll());
  }
}
