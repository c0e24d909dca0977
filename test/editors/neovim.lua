-- Opens a configuration in Neovim with the recipe of the README and writes down what the language server gives it.
-- Started as: nvim --headless --clean -u RECIPE -c 'luafile neovim.lua' smtpd.conf, in a folder of its own.
local said = {}
-- The cursor may stand behind the last character, as it does while somebody writes.
vim.o.virtualedit = "onemore"

local function say(line)
  table.insert(said, line)
end

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then
    say("never came: " .. what)
  end
end

local function ask(method, parameters)
  local answers = vim.lsp.buf_request_sync(0, method, parameters, 20000) or {}
  for _, answer in pairs(answers) do
    return answer.result
  end
end

local function at(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  return vim.lsp.util.make_position_params(0, "utf-16")
end

local function lines()
  return vim.api.nvim_buf_get_lines(0, 0, -1, false)
end

local function show(title)
  say("-- " .. title)
  for _, line in ipairs(lines()) do
    say("   " .. line)
  end
end

wait("the server", function()
  return #vim.lsp.buf_get_clients(0) > 0
end)
wait("findings", function()
  return #vim.diagnostic.get(0) > 0
end)
show("smtpd.conf as it was opened")
for _, finding in ipairs(vim.diagnostic.get(0)) do
  local message = finding.message:gsub("\n", " ")
  say(string.format("finding %d:%d %s: %s", finding.lnum + 1, finding.col + 1, finding.code, message))
end

local found
vim.ui.select = function(actions)
  found = {}
  for _, action in ipairs(actions) do
    table.insert(found, action[2].title)
  end
end
vim.api.nvim_win_set_cursor(0, { 3, 40 })
vim.lsp.buf.code_action()
wait("textDocument/codeAction", function()
  return found ~= nil
end)
say("textDocument/codeAction: " .. table.concat(found or {}, "; "))

local hover = ask("textDocument/hover", at(2, 20))
say("-- hover on `maildir`")
for _, line in ipairs(vim.split(hover.contents.value, "\n")) do
  say("   " .. line)
end

vim.api.nvim_buf_set_lines(0, 2, 3, false, { "match from " })
local items = ask("textDocument/completion", at(3, 11)).items
local labels = {}
for _, item in ipairs(items) do
  table.insert(labels, item.label)
end
table.sort(labels)
say("completion behind `match from `: " .. table.concat(labels, ", "))

vim.api.nvim_buf_set_lines(0, 2, 3, false, { 'match   from any  for domain <d>   action "deliver"' })
local edit = ask("textDocument/rename", vim.tbl_extend("force", at(2, 8), { newName = "inbox" }))
vim.lsp.util.apply_workspace_edit(edit, "utf-16")
show('after renaming "deliver" to "inbox"')

-- What Neovim has functions of its own for: each is called as a key would, and what comes back is counted.
local function size(result)
  if type(result) ~= "table" then
    return "nothing"
  end
  return vim.tbl_islist(result) and string.format("%d", #result) or "an answer"
end

local function use(method, call, line, column)
  local got
  local before = vim.lsp.handlers[method]
  vim.lsp.handlers[method] = function(_, result)
    got = result == nil and vim.NIL or result
  end
  if line then
    vim.api.nvim_win_set_cursor(0, { line, column })
  end
  call()
  wait(method, function()
    return got ~= nil
  end)
  vim.lsp.handlers[method] = before
  say(string.format("%s: %s", method, size(got)))
end

say("-- what Neovim asks for by itself or with a key")
use("textDocument/declaration", vim.lsp.buf.declaration, 3, 46)
use("textDocument/definition", vim.lsp.buf.definition, 3, 46)
use("textDocument/typeDefinition", vim.lsp.buf.type_definition, 3, 46)
use("textDocument/implementation", vim.lsp.buf.implementation, 3, 46)
use("textDocument/references", vim.lsp.buf.references, 3, 46)
use("textDocument/documentHighlight", vim.lsp.buf.document_highlight, 3, 46)
use("textDocument/documentSymbol", vim.lsp.buf.document_symbol)
use("workspace/symbol", function()
  vim.lsp.buf.workspace_symbol("inbox")
end)
use("textDocument/signatureHelp", vim.lsp.buf.signature_help, 3, 10)
vim.lsp.codelens.refresh()
wait("textDocument/codeLens", function()
  return #vim.lsp.codelens.get(0) > 0
end)
say("textDocument/codeLens: " .. size(vim.lsp.codelens.get(0)))
use("textDocument/hover", vim.lsp.buf.hover, 2, 20)
local asked
vim.lsp.handlers["callHierarchy/outgoingCalls"] = function(_, result)
  asked = result
end
vim.api.nvim_win_set_cursor(0, { 3, 2 })
vim.lsp.buf.outgoing_calls()
wait("callHierarchy/outgoingCalls", function()
  return asked ~= nil
end)
say("textDocument/prepareCallHierarchy and callHierarchy/outgoingCalls: " .. size(asked))

local options = { tabSize = 4, insertSpaces = true }
local laid_out = ask("textDocument/formatting", { textDocument = vim.lsp.util.make_text_document_params(), options = options })
vim.lsp.util.apply_text_edits(laid_out, 0, "utf-16")
show("after formatting")
wait("no findings", function()
  return #vim.diagnostic.get(0) == 0
end)
say("findings left: " .. #vim.diagnostic.get(0))

vim.fn.writefile(said, "transcript.txt")
vim.cmd("qall!")
