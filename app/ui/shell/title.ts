import type { useLoaderData } from '@remix-run/react'
import type { TFunction } from 'i18next'

/**
 * Gives a page its name in the reader's language: `export const handle = titled<typeof loader>((t, data) => t('org:place.title'))`.
 * The words may look at the page's facts; the root adds the product's name.
 */
export const titled = <L>(title: (t: TFunction, data: ReturnType<typeof useLoaderData<L>>) => string) => ({ title })

/** What goes into `<title>`: the innermost page's own name, then the product's. */
export function titleOf(t: TFunction, matches: readonly { handle: unknown; data: unknown }[]): string {
  const product = t('shell:name')
  const { handle, data } = matches.at(-1) ?? {}
  if (data === undefined || data === null || typeof handle !== 'object' || handle === null) return product
  return 'title' in handle && typeof handle.title === 'function' ? `${handle.title(t, data)} · ${product}` : product
}
