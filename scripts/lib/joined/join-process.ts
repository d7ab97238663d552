import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import { join } from './join.ts'
import { JoinedModules } from './joined-modules.ts'

/** The process that joins the modules of the server for assistants, for the next session: nobody waits for it. */
setPriority(constants.priority.PRIORITY_LOW)
const module = fileURLToPath(new URL('../../commands/mcp.ts', import.meta.url))
await new JoinedModules().make((folder) => join(module, folder))
