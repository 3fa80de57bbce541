const shape = /^(?:[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i

/** The id that a proxy in front gave a request ($request_id of nginx, a UUID of Caddy); null where it gave none, or anything else. */
export const sentRequestId = (header: string | undefined): string | null =>
  header !== undefined && shape.test(header) ? header.toLowerCase() : null
