import { useLoaderData } from '@remix-run/react'
import { catalogue } from '~/content/catalogue.server'
import { findPanelRuns } from '~/data/learn/panel-runs.server'
import { serve } from '~/http/serve.server'
import learnStyles from '~/ui/learn/learn.css?url'
import { PanelList } from '~/ui/learn/panel/panel-start'
import { titled } from '~/ui/shell/title'

export const links = () => [{ rel: 'stylesheet', href: learnStyles }]

export const loader = serve('person', ({ actor, locale }) => {
  const { panel, courses } = catalogue()
  const course = [...courses.values()].find(({ zh }) => zh.practise === 'panel')
  return {
    course: course ? { href: `/courses/${course.id}`, title: course[locale].title } : null,
    scenarios: [...panel.scenarios.values()].map(({ text }) => ({
      id: text.id,
      title: text.title[locale],
      trains: text.trains[locale],
      tried: findPanelRuns(actor.personId, text.id, 1).length > 0,
    })),
  }
})

export const handle = titled<typeof loader>((t) => t('panel:list.title'))

export default function Panel() {
  return <PanelList page={useLoaderData<typeof loader>()} />
}
