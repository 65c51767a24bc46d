package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"
)

// duplicate times copies of a project with 500 assets.
func duplicate(ctx context.Context, b *bed) (err error) {
	product, err := b.product(ctx, mixedStock)
	if err != nil {
		return err
	}
	owner := fmt.Sprintf("copies-%d", time.Now().Unix())
	defer func() {
		err = errors.Join(err, product.stop(), b.forget(context.WithoutCancel(ctx), mixedStock, owner))
	}()
	api, c := product.url+"/api/v1", client(1)
	var project struct{ ID string }
	if err := send(ctx, c, api+"/projects", owner, `{"title":"Walnut lamp"}`, http.StatusCreated, &project); err != nil {
		return err
	}
	items := strings.ReplaceAll(batch(), `"type":"image"`, `"type":"image","project_id":"`+project.ID+`"`)
	if err := send(ctx, c, api+"/assets/batch", owner, items, http.StatusOK, &struct{}{}); err != nil {
		return err
	}
	took := make([]time.Duration, 60)
	for i := range took {
		begin := time.Now()
		if err := send(ctx, c, api+"/projects/"+project.ID+"/duplicate", owner, "{}", http.StatusCreated, &struct{}{}); err != nil {
			return err
		}
		took[i] = time.Since(begin)
	}
	slices.Sort(took)
	tell("duplicate, 500 assets", took)
	return nil
}
