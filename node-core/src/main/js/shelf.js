// Orders of this browser, with their keys: IndexedDB, every write on the disk before it counts.

const NAME = 'echoppe', STORE = 'orders';
const news = globalThis.BroadcastChannel ? new BroadcastChannel('echoppe-orders') : null;
let opening = null;

function open() {
  opening ??= new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
  return opening;
}

async function within(mode, use) {
  const database = await open();
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(STORE, mode, { durability: 'strict' });
    let result;
    transaction.oncomplete = () => {
      if (mode === 'readwrite') tell();
      resolve(result);
    };
    transaction.onabort = transaction.onerror = () => reject(transaction.error);
    use(transaction.objectStore(STORE), value => { result = value; });
  });
}

function tell() {
  news?.postMessage('changed');
  dispatchEvent(new Event('echoppe-orders'));
}

/** The newest first, whatever is kept as its time. */
export const all = async () => (await within('readonly', (store, give) => {
  store.getAll().onsuccess = event => give(event.target.result);
})).sort((a, b) => String(b.createdAt).localeCompare(String(a.createdAt)));

export const keep = order => within('readwrite', store => store.put(order));

export const forget = id => within('readwrite', store => store.delete(id));

/** Changes what is kept of an order in one step, whatever other tabs do meanwhile; null where it is gone. */
export const update = (id, edit) => within('readwrite', (store, give) => {
  store.get(id).onsuccess = event => {
    const order = event.target.result ?? null;
    if (order) {
      edit(order);
      store.put(order);
    }
    give(order);
  };
});

/** Calls back whenever an order changes, in this tab or another. */
export function watch(listener) {
  addEventListener('echoppe-orders', listener);
  news?.addEventListener('message', listener);
}

/** Asks the browser to keep all this also when room gets short. */
export const stay = () => navigator.storage?.persist?.().catch(() => false);
