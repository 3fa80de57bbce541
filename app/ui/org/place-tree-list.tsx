import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export type ListedPlace = { id: string; name: string; kindWord: string; depth: number; units: number; mayHaveBelow: boolean }

/** The tree of places; `form` stands open under one of them. */
export function PlaceTreeList({ places, open, form }: { places: readonly ListedPlace[]; open: string | null; form: ReactNode }) {
  const { t } = useTranslation('org')
  return (
    <ul className="border-t border-line">
      {places.map((place) => (
        <li key={place.id} id={`place-${place.id}`} className="scroll-mt-4 border-b border-line py-1">
          <div style={{ paddingLeft: `${place.depth * 1.25}rem` }}>
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
          </div>
        </li>
      ))}
    </ul>
  )
}
