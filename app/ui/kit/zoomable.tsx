import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'

/** A drawing that a phone shows whole. Where words are written in it, it can be made large enough to read them, and then scrolls sideways. Needs no script. */
export function Zoomable({ id, drawing, children }: { id: string; drawing: string; children: ReactNode }) {
  const { t } = useTranslation('shell')
  if (!drawing.includes('<text')) return children
  const at = `zoom-${id}`
  return (
    <div className="zoom relative overflow-x-auto sm:overflow-visible">
      <input type="checkbox" id={at} className="peer sr-only sm:hidden print:hidden" autoComplete="off" />
      <label
        htmlFor={at}
        className="no-print sticky left-0 inline-flex min-h-touch cursor-pointer items-center text-indigo underline underline-offset-4 outline-offset-[-4px] peer-checked:[&>:first-child]:hidden peer-focus-visible:outline peer-focus-visible:outline-2 peer-focus-visible:outline-indigo [&>:last-child]:hidden peer-checked:[&>:last-child]:inline sm:hidden"
      >
        <span>{t('picture.larger')}</span>
        <span>{t('picture.whole')}</span>
      </label>
      <div className="peer-checked:w-[46rem] sm:peer-checked:w-auto">{children}</div>
    </div>
  )
}
