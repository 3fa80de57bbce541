import { groupedBy } from '~/domain/shared/grouped'
import { useTranslation } from '~/i18n/words'

export type SiteChoice = { id: string; name: string; place: string; kind: string; isBare: boolean; isChosen: boolean }

/** Every site of the place, ticked; community by community, folded where there are many. */
export function ChooseSites({ sites }: { sites: readonly SiteChoice[] }) {
  const { t } = useTranslation('outreach')
  const groups = [...groupedBy(sites, ({ place }) => place)]
  return (
    <fieldset className="mt-8" id="sites">
      <legend className="text-18 font-semibold">{t('choose.sites')}</legend>
      <p className="text-ink2">{t('choose.sitesLead', { count: sites.length })}</p>
      {groups.map(([place, group]) => (
        <details key={place} open={group.length <= 24} className="mt-3 border-b border-line pb-2">
          <summary className="flex min-h-touch cursor-pointer items-center gap-2 font-semibold">
            {t('choose.group', { place, count: group.length })}
          </summary>
          <div className="grid gap-x-6 sm:grid-cols-3 lg:grid-cols-4" data-tick-all={t('choose.tickAll')}>
            {group.map(({ id, name, isBare, isChosen }) => (
              <label key={id} className="flex min-h-touch items-center gap-3">
                <input type="checkbox" name="site" value={id} defaultChecked={isChosen} className="h-5 w-5 shrink-0" />
                <span className="min-w-0 break-words">
                  {name}
                  {isBare && <span className="ml-2 text-14 text-due">{t('place.state.bare')}</span>}
                </span>
              </label>
            ))}
          </div>
        </details>
      ))}
    </fieldset>
  )
}
