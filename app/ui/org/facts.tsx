import type { ReactNode } from 'react'

export type Fact = { key: string; label: string; value: ReactNode }

/** Names and values, one below the other on a phone. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="max-w-measure">
      {facts.map(({ key, label, value }) => (
        <div key={key} className="flex flex-wrap gap-x-4 border-b border-line py-2">
          <dt className="w-full text-14 text-ink2 sm:w-40 sm:text-16">{label}</dt>
          <dd className="min-w-0 flex-1">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** A part of a page with its heading and, beside it, what can be done there. */
export function Part({ title, acts, children }: { title: string; acts?: { href: string; label: string }[]; children: ReactNode }) {
  return (
    <section className="mt-10">
      <div className="flex flex-wrap items-baseline gap-x-5 border-b border-field">
        <h2 className={`flex-1 py-2 ${(acts?.length ?? 0) > 1 ? 'basis-full sm:basis-0' : ''}`}>{title}</h2>
        {acts?.map(({ href, label }) => (
          <a key={href} href={href} className="no-print inline-flex min-h-touch items-center">
            {label}
          </a>
        ))}
      </div>
      <div className="pt-2">{children}</div>
    </section>
  )
}
