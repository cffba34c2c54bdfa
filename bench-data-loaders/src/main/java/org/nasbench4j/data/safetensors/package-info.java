/** Networks' arrays in the safetensors format: named tensors with texts that describe them. */
@NullMarked
package org.nasbench4j.data.safetensors;

import org.jspecify.annotations.NullMarked;
