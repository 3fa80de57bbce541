import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'

/** The pages of a unit's hot-work register, with the way back. */
export function HotWorkFrame({
  unit,
  isPermit = false,
  nav = null,
  children,
}: {
  unit: { id: string; name: string }
  isPermit?: boolean
  /** The ways between the unit's pages, for its manager. */
  nav?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation('hotwork')
  return (
    <>
      {nav}
      <p className="no-print flex flex-wrap items-center gap-x-3 text-ink2">
        <span>{unit.name}</span>
        {isPermit && (
          <a href={`/units/${unit.id}/hot-work`} className="inline-flex min-h-touch items-center">
            {t('register.name')}
          </a>
        )}
      </p>
      {children}
    </>
  )
}
