/** Whether an answer has the form that its prompt asks for. */
@NullMarked
package dev.tocsin.evaluators.form;

import org.jspecify.annotations.NullMarked;
