import { groupedBy } from '~/domain/shared/grouped'
import { useTranslation } from '~/i18n/words'

export type SiteChoice = { id: string; name: string; place: string; kind: string; isBare: boolean; isChosen: boolean }

/** Every site of the place, ticked, or those alone where nothing hangs; community by community. `kept` stays in the address. */
export function ChooseSites({ sites, kept }: { sites: readonly SiteChoice[]; kept: [string, string][] }) {
  const { t } = useTranslation('outreach')
  const groups = [...groupedBy(sites, ({ place }) => place)]
  return (
    <fieldset className="mt-8" id="sites">
      <legend className="text-18 font-semibold">{t('choose.sites')}</legend>
      <p className="text-ink2">{t('choose.sitesLead', { count: sites.length })}</p>
      <p className="flex flex-wrap gap-x-6">
        <a href={`?${new URLSearchParams([...kept, ['bare', '1']])}#sites`} className="inline-flex min-h-touch items-center">
          {t('choose.onlyBare')}
        </a>
        <a href={`?${new URLSearchParams(kept)}#sites`} className="inline-flex min-h-touch items-center">
          {t('choose.all')}
        </a>
      </p>
      {groups.map(([place, group]) => (
        <details
          key={place}
          open={group.length <= 24 || group.some(({ isChosen }) => isChosen !== group[0]?.isChosen)}
          className="mt-3 border-b border-line pb-2"
        >
          <summary className="opens flex min-h-touch cursor-pointer items-center gap-2 font-semibold">
            {t('choose.group', { place, count: group.length })}
          </summary>
          <div className="grid gap-x-6 sm:grid-cols-3 lg:grid-cols-4">
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
