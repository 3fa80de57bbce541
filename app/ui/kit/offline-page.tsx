import { useTranslation } from '~/i18n/words'

/** What a page that opens without network needs; offlineFacts in http/offline.server.ts makes it. */
export type OfflineFacts = {
  /** The address of the offline script, '' before it is built. */
  script: string
  /** Whose page it is: kept copies of another owner are dropped. '' for a public page, which anybody at this phone may open. */
  owner: string
}

/**
 * Put once on a page: keeps its address with its scripts and styles on this phone. `until` is an ISO instant after which the kept page
 * is not shown; `also` are addresses of this site that its script fetches.
 */
export function OfflinePage({
  kind,
  offline,
  until,
  also = [],
}: {
  kind: string
  offline: OfflineFacts
  until?: string
  also?: readonly string[]
}) {
  const { t } = useTranslation('shell')
  if (offline.script === '') return null
  return (
    <div
      className="no-print"
      data-offline={kind}
      data-offline-until={until}
      data-offline-owner={offline.owner || undefined}
      data-offline-also={also.length > 0 ? also.join(' ') : undefined}
      data-offline-ended={until === undefined ? undefined : t('offline.ended')}
    >
      <p
        className="mt-6 text-14 text-ink2"
        role="status"
        hidden
        data-offline-line
        data-kept={t('offline.kept', { when: '{when}' })}
        data-shown={t('offline.shown', { when: '{when}' })}
        data-newer={t('offline.newer')}
        data-failed={t('offline.failed')}
        data-cannot={t('offline.cannot')}
      />
      <script type="module" src={offline.script} />
    </div>
  )
}
