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
