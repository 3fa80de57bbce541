import { z } from 'zod'
import { readIdNumber } from '../org/id-number'

export const correctable = ['name', 'phone', 'idNumber'] as const
export type Correctable = (typeof correctable)[number]
