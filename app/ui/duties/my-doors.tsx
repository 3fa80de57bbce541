import { useTranslation } from '~/i18n/words'

export type MyDoor = 'licences' | 'paths' | 'practicals' | 'watch' | 'hotWork' | 'gate' | 'drills' | 'classes' | 'asked'

const addresses: Record<Exclude<MyDoor, 'hotWork'>, string> = {
  licences: '/me/licences',
  paths: '/me/paths',
  practicals: '/practicals',
  watch: '/me/watch',
  gate: '/gate',
  drills: '/me/drills',
  classes: '/me/classes',
  asked: '/me/gate',
}

/** The further pages of somebody who is signed in, only those that she has a use for. */
export function MyDoors({ doors, hotWork, toObserve }: { doors: readonly MyDoor[]; hotWork: string | null; toObserve: number }) {
  const { t } = useTranslation('duties')
  return (
    <nav aria-label={t('doors.label')} className="no-print mt-10 border-t border-line pt-2">
      <ul>
        {doors.map((door) => {
          const href = door === 'hotWork' ? hotWork : addresses[door]
          return href === null ? null : (
            <li key={door} className="border-b border-line">
              <a href={href} className="flex min-h-touch flex-wrap items-baseline gap-x-3 py-2 no-underline">
                <span className="underline">{t(`doors.${door}`)}</span>
                {door === 'practicals' && toObserve > 0 ? (
                  <span className="text-14 text-due">{t('doors.practicalsWait', { count: toObserve })}</span>
                ) : (
                  <span className="text-14 text-ink2">{t(`doors.${door}Says`)}</span>
                )}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
