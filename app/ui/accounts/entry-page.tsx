import type { ReactNode } from 'react'

/** A page with one short form: what it is for, then the form. */
export function EntryPage({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <div className="mx-auto max-w-md sm:py-6">
      <h1>{title}</h1>
      {lead && <p className="mt-2 text-ink2">{lead}</p>}
      <div className="mt-6">{children}</div>
    </div>
  )
}
