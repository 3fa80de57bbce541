/** Texts under keys on this phone. IndexedDB, because what is put is on the disk at once; localStorage may still be in memory when a browser is killed. */
export type TextStore = {
  /** '' where nothing is. */
  textAt: (key: string) => Promise<string>
  /** Every key that begins so, with its text. */
  textsUnder: (start: string) => Promise<Map<string, string>>
  putText: (key: string, text: string) => Promise<unknown>
  /** All or none. */
  putTexts: (texts: ReadonlyMap<string, string>) => Promise<void>
  dropText: (key: string) => Promise<unknown>
  dropTexts: (keys: readonly string[]) => Promise<void>
  allKeys: () => Promise<string[]>
}

/** In whatever version it is there: a page kept by an older build goes on beside a newer one, so no version takes this store away. */
function opened(name: string, store: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asking = indexedDB.open(name)
    asking.onupgradeneeded = () => void asking.result.createObjectStore(store)
    asking.onsuccess = () => {
      // Whoever brings a newer version does not wait for this page.
      asking.result.onversionchange = () => asking.result.close()
      resolve(asking.result)
    }
    asking.onerror = () => reject(asking.error)
  })
}

export function textStore(name: string, store: string): TextStore {
  /** One transaction of its own; answers when it is written. */
  async function within<T>(mode: IDBTransactionMode, ask: (texts: IDBObjectStore) => T): Promise<T> {
    const base = await opened(name, store)
    try {
      return await new Promise<T>((resolve, reject) => {
        const work = base.transaction(store, mode, { durability: 'strict' })
        const asked = ask(work.objectStore(store))
        work.oncomplete = () => resolve(asked)
        work.onerror = () => reject(work.error)
        work.onabort = () => reject(work.error)
      })
    } finally {
      base.close()
    }
  }
  const each = async <T>(items: Iterable<T>, ask: (texts: IDBObjectStore, item: T) => IDBRequest): Promise<void> =>
    within('readwrite', (texts) => {
      for (const item of items) ask(texts, item)
    })
  return {
    textAt: async (key) => {
      const found: unknown = (await within('readonly', (texts) => texts.get(key))).result
      return typeof found === 'string' ? found : ''
    },
    textsUnder: async (start) => {
      const range = IDBKeyRange.bound(start, `${start}\uffff`)
      const { keys, texts } = await within('readonly', (all) => ({ keys: all.getAllKeys(range), texts: all.getAll(range) }))
      return new Map(keys.result.map((key, nth) => [String(key), String(texts.result[nth])]))
    },
    putText: (key, text) => within('readwrite', (texts) => texts.put(text, key)),
    putTexts: (all) => each(all, (texts, [key, text]) => texts.put(text, key)),
    dropText: (key) => within('readwrite', (texts) => texts.delete(key)),
    dropTexts: (keys) => each(keys, (texts, key) => texts.delete(key)),
    allKeys: async () => (await within('readonly', (texts) => texts.getAllKeys())).result.filter((key) => typeof key === 'string'),
  }
}

/** Of drills; which keys there are is the business of drill-keeping. */
export const drillTextsName = 'mingbai-drills'
export const drillTexts = (): TextStore => textStore(drillTextsName, 'entries')
