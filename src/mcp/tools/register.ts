import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js'
import { z } from 'zod'
import { refusal } from '../answer.ts'
import { NotServed, type Served } from '../source.ts'
import type { ToolContext } from './context.ts'

/** What a tool is given, as its schema reads it. */
type Given<Input extends z.ZodRawShape> = { [Name in keyof Input]: z.infer<Input[Name]> }

interface Tool<Input extends z.ZodRawShape> {
  name: string
  title: string
  /** Enough to choose it by. */
  description: string
  input: Input
  output: z.ZodRawShape
  /** What is asked of it before anybody asks: the first answer then takes no longer than the others. */
  rehearsal?: Given<Input>
  run: (served: Served, input: Given<Input>, context: ToolContext) => CallToolResult | Promise<CallToolResult>
}

/** Adds a tool that reads and changes nothing. Where the content does not pass the check, it says so and serves nothing. */
export function registerTool<const Input extends z.ZodRawShape>(
  server: McpServer,
  context: ToolContext,
  { name, title, description, input, output, rehearsal, run }: Tool<Input>,
): void {
  if (rehearsal) context.warmUp.rehearse((served) => run(served, rehearsal, context))
  const handler = async (given: unknown): Promise<CallToolResult> => {
    context.warmUp.soon()
    try {
      await context.source.ready()
      return await run(context.source.served(), given as Parameters<typeof run>[1], context)
    } catch (error) {
      if (error instanceof NotServed) return refusal(error.message)
      return refusal(
        `This should not happen: ${error instanceof Error ? error.message : String(error)}. Ask another way, or run npm run check.`,
      )
    }
  }
  server.registerTool(
    name,
    {
      title,
      description,
      // A field of another name would be left out without a word: `time` for `at` would ask about now.
      inputSchema: z.strictObject(input),
      outputSchema: output,
      annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    handler,
  )
}
