;; Opens a configuration in Emacs with the recipe of the README and writes down what the language server gives it.
;; Started as: emacs --batch -l RECIPE -l emacs.el, in a folder of its own that has smtpd.conf.
(setq eglot-sync-connect 20 eglot-events-buffer-size 0 enable-local-variables nil)
(defvar said nil)
(defun say (&rest parts) (push (apply #'format parts) said))

(defun wait-for (what condition)
  (let ((left 1000))
    (while (and (> left 0) (not (funcall condition)))
      (setq left (1- left))
      (accept-process-output nil 0.02))
    (when (= left 0) (say "never came: %s" what))))

(find-file "smtpd.conf")
(say "mode: %s" major-mode)
(unless (eglot-managed-p)
  (eglot (list major-mode) (cons 'transient default-directory) 'eglot-lsp-server
         '("smtpd-language-server" "--stdio") "smtpd-conf"))
(wait-for "the server" #'eglot-managed-p)
(wait-for "findings" (lambda () (flymake-start) (accept-process-output nil 0.1) (flymake-diagnostics)))
(dolist (finding (flymake-diagnostics))
  (say "finding at %d: %s" (flymake-diagnostic-beg finding)
       (car (split-string (flymake-diagnostic-text finding) "\n"))))

(goto-char (point-min))
(search-forward "maild")
(let ((hover (jsonrpc-request (eglot--current-server-or-lose) :textDocument/hover (eglot--TextDocumentPositionParams))))
  (say "hover: %s" (nth 1 (split-string (plist-get (plist-get hover :contents) :value) "\n"))))

(search-backward "deliver")
(eglot-rename "inbox")
(eglot-format-buffer)
(dolist (line (split-string (buffer-string) "\n" t)) (say "   %s" line))
(write-region (mapconcat #'identity (append (nreverse said) '("")) "\n") nil "transcript.txt" nil 'quiet)
