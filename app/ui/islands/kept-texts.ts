/** Texts under keys on this phone. IndexedDB, because what is put is on the disk at once; localStorage may still be in memory when a browser is killed. */
export type TextStore = {
  /** '' where nothing is. */
  textAt: (key: string) => Promise<string>
  putText: (key: string, text: string) => Promise<unknown>
  dropText: (key: string) => Promise<unknown>
  allKeys: () => Promise<string[]>
}

function opened(name: string, store: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asking = indexedDB.open(name, 1)
    asking.onupgradeneeded = () => void asking.result.createObjectStore(store)
    asking.onsuccess = () => resolve(asking.result)
    asking.onerror = () => reject(asking.error)
  })
}

export function textStore(name: string, store: string): TextStore {
  /** One transaction of its own; answers when it is written. */
  async function within<T>(mode: IDBTransactionMode, ask: (texts: IDBObjectStore) => IDBRequest<T>): Promise<T> {
    const base = await opened(name, store)
    try {
      return await new Promise<T>((resolve, reject) => {
        const work = base.transaction(store, mode, { durability: 'strict' })
        const asked = ask(work.objectStore(store))
        work.oncomplete = () => resolve(asked.result)
        work.onerror = () => reject(work.error)
        work.onabort = () => reject(work.error)
      })
    } finally {
      base.close()
    }
  }
  return {
    textAt: async (key) => {
      const found: unknown = await within('readonly', (texts) => texts.get(key))
      return typeof found === 'string' ? found : ''
    },
    putText: (key, text) => within('readwrite', (texts) => texts.put(text, key)),
    dropText: (key) => within('readwrite', (texts) => texts.delete(key)),
    allKeys: async () => (await within('readonly', (texts) => texts.getAllKeys())).filter((key) => typeof key === 'string'),
  }
}
