import type { Step } from '~/domain/learn/permit/scene'

/** What every page of a scene shows of it. Nothing of its key is here. */
export type SceneFacts = {
  id: string
  title: string
  where: string
  minutes: number
  on: string
  situation: string
  says: readonly string[]
  since: readonly string[]
  worker: { name: string; face: number; looks: string }
  picture: { drawing: string; alt: string }
}

/** A source that an explanation rests on. */
export type ShownSource = { key: string; of: string; says: string; isReprint: boolean }

export type StepLine = { step: Step; state: 'done' | 'now' | 'open'; href: string | null }
