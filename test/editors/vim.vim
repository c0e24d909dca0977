" Opens a configuration in Vim with the recipe of the README and writes down what ALE gets from the language server.
" Started as: vim -N -es -n -i NONE -u RECIPE -S vim.vim smtpd.conf, in a folder of its own.
let s:said = []

function! s:Say(line) abort
  call add(s:said, a:line)
endfunction

function! s:Wait(what, Condition) abort
  for l:turn in range(1000)
    if a:Condition()
      return
    endif
    sleep 20m
  endfor
  call s:Say('never came: ' . a:what)
endfunction

function! s:Show(title) abort
  call s:Say('-- ' . a:title)
  for l:line in getline(1, '$')
    call s:Say('   ' . l:line)
  endfor
endfunction

function! s:Findings() abort
  return get(get(g:ale_buffer_info, bufnr(''), {}), 'loclist', [])
endfunction

function! s:Place() abort
  return printf('%d:%d', line('.'), col('.'))
endfunction

" Goes to a place, runs a command of ALE, and waits until its answer has moved the cursor.
function! s:GoTo(command, line, column) abort
  call cursor(a:line, a:column)
  let l:before = s:Place()
  execute a:command
  call s:Wait(a:command, {-> s:Place() !=# l:before})
  call s:Say(printf('%s: from %s to %s', a:command, l:before, s:Place()))
endfunction

" Runs a command of ALE whose answer comes in a preview window, and says what that holds.
function! s:Preview(command, line, column) abort
  call cursor(a:line, a:column)
  execute a:command
  call s:Wait(a:command, {-> winnr('$') > 1})
  call s:Say('-- ' . a:command)
  for l:line in getbufline(winbufnr(1), 1, '$')
    call s:Say('   ' . substitute(l:line, '^.*/\zesmtpd\.conf', '', ''))
  endfor
  pclose!
  silent! only
endfunction

" What a person answers when ALE asks.
runtime autoload/ale/util.vim
function! ale#util#Input(message, value, ...) abort
  let s:asked = split(a:message, "\n")
  return s:answer
endfunction

call s:Wait('findings', {-> !empty(s:Findings())})
call s:Show('smtpd.conf as it was opened, ' . &filetype)
for s:finding in s:Findings()
  call s:Say(printf('finding %d:%d %s: %s', s:finding.lnum, s:finding.col, s:finding.code, s:finding.text))
endfor

call s:Preview('ALEHover', 2, 20)
call s:GoTo('ALEGoToDefinition', 3, 31)
call s:GoTo('ALEGoToTypeDefinition', 2, 10)
call s:Preview('ALEFindReferences -relative', 1, 7)
call s:Preview('ALESymbolSearch deliver', 1, 1)

let s:answer = '1'
call cursor(3, 45)
ALECodeAction
call s:Wait('ALECodeAction', {-> getline(3) =~# 'deliver'})
call s:Say('ALECodeAction: ' . join(s:asked[1:-2], '; '))

let s:answer = 'inbox'
call cursor(3, 45)
ALERename
call s:Wait('ALERename', {-> getline(2) =~# 'inbox'})
call s:Show('after "Write "deliver"" and after renaming it to "inbox"')
call s:Wait('no findings', {-> empty(s:Findings())})
call s:Say('findings left: ' . len(s:Findings()))

" Asks as Ctrl-X Ctrl-O does: in Insert mode, since ALE takes no answer in another.
function! KeepCompletion() abort
  call call(&l:omnifunc, [1, ''])
  let s:items = call(&l:omnifunc, [0, ''])
  return ''
endfunction

function! s:Complete(text) abort
  call setline(4, a:text)
  let s:items = []
  execute "normal! 4GA\<C-R>=KeepCompletion()\<CR>\<Esc>"
  call s:Say(printf('completion behind `%s`: %s', a:text, join(sort(map(copy(s:items), 'v:val.word')), ', ')))
endfunction

call s:Complete('match from ')
call s:Complete('match from any for lo')

call writefile(s:said, 'transcript.txt')
qall!
