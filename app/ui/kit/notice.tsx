import type { ReactNode } from 'react'

const looks = { plain: 'border-line', done: 'border-met', warn: 'border-due', stop: 'border-vermilion' } as const

/** A framed remark: done, warning or stop. Its words carry the meaning, the border only underlines it. */
export function Notice({
  kind = 'plain',
  title,
  children,
  live,
}: {
  kind?: keyof typeof looks
  title?: string
  children?: ReactNode
  live?: boolean
}) {
  return (
    <div role={live ? 'status' : undefined} className={`mb-6 rounded border-l-4 bg-raised p-4 ${looks[kind]}`}>
      {title && <p className="font-semibold">{title}</p>}
      {children}
    </div>
  )
}

/** Nothing here yet: says so and what to do next. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="my-8 max-w-measure">
      <p className="text-18 font-semibold">{title}</p>
      {children && <div className="mt-2 text-ink2">{children}</div>}
    </div>
  )
}
