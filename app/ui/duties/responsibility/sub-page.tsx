import type { ReactNode } from 'react'
import { ResponsibilityDone, ResponsibilityNav } from './responsibility-frame'

/** A page below one of the four: the way back, what it is about, its answer. */
export function SubPage({
  search,
  back,
  about,
  title,
  children,
}: {
  search: string
  back: { href: string; label: string }
  about: string
  title: string
  children: ReactNode
}) {
  return (
    <>
      <ResponsibilityNav search={search} />
      <ResponsibilityDone />
      <p className="no-print">
        <a href={back.href} className="inline-flex min-h-touch items-center">
          {back.label}
        </a>
      </p>
      <p className="text-ink2">{about}</p>
      <h1 className="mt-1">{title}</h1>
      {children}
    </>
  )
}
