import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type ListedPlace = { id: string; name: string; kindWord: string; depth: number; units: number; mayHaveBelow: boolean }

/** From this many places on, what lies under a street is folded. */
const long = 20

type Branch = { head: ListedPlace; below: ListedPlace[] }

function branchesOf(places: readonly ListedPlace[]): Branch[] {
  const branches: Branch[] = []
  for (const place of places) {
    const last = branches.at(-1)
    if (place.depth < 2 || last === undefined) branches.push({ head: place, below: [] })
    else last.below.push(place)
  }
  return branches
}

type Open = { open: string | null; form: ReactNode }

/** The tree of places; `form` stands open under one of them. A long tree is folded street by street. */
export function PlaceTreeList({ places, open, form }: { places: readonly ListedPlace[] } & Open) {
  const { t } = useTranslation('org')
  const isOpen = (branch: Branch) => places.length <= long || [branch.head, ...branch.below].some(({ id }) => id === open)
  return (
    <ul className="border-t border-line">
      {branchesOf(places).map((branch) => (
        <PlaceLine key={branch.head.id} place={branch.head} open={open} form={form}>
          {branch.below.length > 0 && (
            <details open={isOpen(branch)}>
              <summary className="inline-flex min-h-touch items-center text-indigo underline underline-offset-4">
                {t('place.below', { count: branch.below.length })}
              </summary>
              <ul className="border-t border-line">
                {branch.below.map((place) => (
                  <PlaceLine key={place.id} place={place} open={open} form={form} />
                ))}
              </ul>
            </details>
          )}
        </PlaceLine>
      ))}
    </ul>
  )
}

function PlaceLine({ place, open, form, children }: { place: ListedPlace; children?: ReactNode } & Open) {
  const { t } = useTranslation('org')
  const indent = place.depth < 2 ? place.depth : place.depth - 1
  return (
    <li id={`place-${place.id}`} className="scroll-mt-4 border-b border-line py-1 last:border-b-0">
      <div style={{ paddingLeft: `${indent * 1.25}rem` }}>
        <div className="flex flex-wrap items-center gap-x-4">
          <span className="w-full pt-1 sm:w-auto sm:flex-1 sm:py-1">
            <span className={place.depth < 2 ? 'font-semibold' : ''}>{place.name}</span>{' '}
            <span className="text-14 text-ink2">{place.kindWord}</span>
          </span>
          <a href={`/admin/units?place=${place.id}`} className="inline-flex min-h-touch items-center">
            {t('place.units', { count: place.units })}
          </a>
          {place.mayHaveBelow && (
            <a
              href={`/admin/places?add=${place.id}#place-${place.id}`}
              aria-label={t('place.addBelowName', { name: place.name })}
              className="inline-flex min-h-touch items-center"
            >
              {t('place.addBelow')}
            </a>
          )}
          <a
            href={`/admin/places?rename=${place.id}#place-${place.id}`}
            aria-label={t('place.renameName', { name: place.name })}
            className="inline-flex min-h-touch items-center"
          >
            {t('place.rename')}
          </a>
        </div>
        {open === place.id && <div className="py-4">{form}</div>}
        {children}
      </div>
    </li>
  )
}
