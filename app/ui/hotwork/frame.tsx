import type { ReactNode } from 'react'
import { useTranslation } from '~/i18n/words'

/** The pages of a unit's hot-work register, with the way back. */
export function HotWorkFrame({
  unit,
  isPermit = false,
  children,
}: {
  unit: { id: string; name: string }
  isPermit?: boolean
  children: ReactNode
}) {
  const { t } = useTranslation('hotwork')
  return (
    <>
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
