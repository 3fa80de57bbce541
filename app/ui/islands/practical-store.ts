/** Texts under keys on this phone. IndexedDB, because what is put is on the disk at once; localStorage may still be in memory when a browser is killed. */
const store = 'sheets'

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const asking = indexedDB.open('mingbai-practicals', 1)
    asking.onupgradeneeded = () => void asking.result.createObjectStore(store)
    asking.onsuccess = () => resolve(asking.result)
    asking.onerror = () => reject(asking.error)
  })
}

/** One transaction of its own; answers when it is written. */
async function within<T>(mode: IDBTransactionMode, ask: (sheets: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const base = await opened()
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

export async function textAt(key: string): Promise<string> {
  const found: unknown = await within('readonly', (sheets) => sheets.get(key))
  return typeof found === 'string' ? found : ''
}
export const putText = (key: string, text: string): Promise<unknown> => within('readwrite', (sheets) => sheets.put(text, key))
export const dropText = (key: string): Promise<unknown> => within('readwrite', (sheets) => sheets.delete(key))
export const allKeys = async (): Promise<string[]> =>
  (await within('readonly', (sheets) => sheets.getAllKeys())).filter((key) => typeof key === 'string')
