/** What this product uses of a service worker's world; the types of pages do not know it. */
export type Lasting = { waitUntil: (work: Promise<unknown>) => void }
export type Fetching = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void }
export type Hearing = Lasting & { data: unknown; ports: readonly MessagePort[] }

export type WorkerScope = {
  addEventListener(kind: 'install' | 'activate', hear: (event: Lasting) => void): void
  addEventListener(kind: 'fetch', hear: (event: Fetching) => void): void
  addEventListener(kind: 'message', hear: (event: Hearing) => void): void
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  location: Location
}
