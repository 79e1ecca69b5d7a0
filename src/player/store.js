// What is kept on this device: the journal of each widget, one IndexedDB record an action, and beside it the outbox, what of that is still
// to be sent. Both are written in one transaction. Runs before the shell.
(() => {
  const KEY = Symbol.for('waypost.store');
  if (window[KEY]) return;
  let opening;
  const database = () => opening ||= new Promise((resolve, reject) => {
    // Some browsers never answer.
    setTimeout(reject, 2000);
    const request = indexedDB.open('waypost', 2);
    request.onupgradeneeded = () => {
      const { result } = request;
      if (!result.objectStoreNames.contains('journal')) result.createObjectStore('journal', { keyPath: 'seq', autoIncrement: true }).createIndex('widget', 'widget');
      result.createObjectStore('outbox', { keyPath: 'order', autoIncrement: true }).createIndex('id', ['sink', 'id']);
    };
    request.onsuccess = () => {
      request.result.onversionchange = () => request.result.close();
      // One that answers late is good for what comes later.
      opening = Promise.resolve(request.result);
      resolve(request.result);
    };
    request.onerror = request.onblocked = reject;
  });
  // A transaction over the named stores; a connection that was closed meanwhile is opened anew next time.
  const begin = async (names, mode, options) => {
    const open = await database();
    try { return open.transaction(names, mode, options); } catch (error) { opening = undefined; throw error; }
  };
  const store = window[KEY] = {
    // Runs `work` with the named stores in one transaction; resolves once it is on the device.
    async change(names, work, durability = 'relaxed') {
      const transaction = await begin(names, 'readwrite', { durability });
      work(...names.map(name => transaction.objectStore(name)));
      return new Promise((resolve, reject) => {
        transaction.oncomplete = resolve;
        transaction.onerror = transaction.onabort = reject;
      });
    },
    async read(name, index, key) {
      const all = (await begin(name)).objectStore(name);
      const request = (index ? all.index(index) : all).getAll(key);
      return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = reject;
      });
    },
    // Actions, and what goes to the outbox because of them. The store gives the numbers, so that two tabs cannot take the same one; and
    // nothing is waited for, so that what the reader did has left this process within the same task.
    keep(rows) {
      // Only an answer waits for the disk: whatever else waited there would stand in its way when the page is killed.
      const durability = rows.some(({ entry }) => entry.includes('"commit":{')) ? 'strict' : 'relaxed';
      const records = rows.flatMap(row => row.records);
      return store.change(records.length ? ['journal', 'outbox'] : ['journal'], (journal, outbox) => {
        for (const { widget, entry, early } of rows) journal.add({ widget, entry, early });
        for (const record of records) outbox.add(record);
        journal.transaction.commit?.();
      }, durability);
    },
    // A blob's address ends in a UUID on every page; crypto.randomUUID is missing where the page came without TLS.
    uuid() {
      const address = URL.createObjectURL(new Blob());
      URL.revokeObjectURL(address);
      return address.slice(-36);
    },
    seed: () => crypto.getRandomValues(new Uint32Array(1))[0],
    // Whether anything can be kept here at all.
    works: () => database().then(() => true, () => false),
  };
})();
